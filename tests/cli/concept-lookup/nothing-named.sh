concept-lookup
