# The words of the entries are searched last; operands without a hyphen are
# one query.
concept-lookup --list -n 1 everyone is staring at me
