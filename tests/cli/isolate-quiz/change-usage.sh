isolate-quiz change -i gss-loneliness
