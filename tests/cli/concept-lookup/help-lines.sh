# The country of the locale stands first.
LC_ALL=en_IE.UTF-8 concept-lookup help | head -n 2
