# Each is a name, or one has a hyphen: they are looked up one by one.
concept-lookup --list shyness burnout
concept-lookup --list connection-paradox spotlite-effect
concept-lookup --list connection paradox
