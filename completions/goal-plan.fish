__reconnect_load goal-plan
