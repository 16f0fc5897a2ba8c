isolate-quiz show gss-loneliness
