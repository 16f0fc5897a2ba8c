concept-lookup spotlite-effect
