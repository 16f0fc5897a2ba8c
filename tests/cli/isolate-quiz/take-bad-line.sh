printf '1\n5\n' | isolate-quiz take k6
