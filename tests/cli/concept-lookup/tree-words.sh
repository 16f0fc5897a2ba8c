# Names that are no ids are one query here too, and help comes first.
concept-lookup --tree social anxiety | head -n 1
concept-lookup --path 'I want to die' shyness 2>&1 >path | head -n 1
