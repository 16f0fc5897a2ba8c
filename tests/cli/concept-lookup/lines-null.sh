# What --null writes can be read.
concept-lookup --null shyness mind-reading | concept-lookup --list -
