# All that ships is sound: links, names, measures, families, references.
concept-lookup --check
