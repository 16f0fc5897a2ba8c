printf '1\nq\n' | isolate-quiz take k6
