printf '1\n2\n' | isolate-quiz take k6
