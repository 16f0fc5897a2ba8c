concept-lookup --csv none-such-at-all
