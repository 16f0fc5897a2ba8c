isolate-quiz show k7 gss-lonelines zzzz
