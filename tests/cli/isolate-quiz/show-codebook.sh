# One row an item, in file order; signs and weights as in the file.
isolate-quiz show --codebook gss-loneliness who-5 ons4
isolate-quiz show --codebook spi-social | cut -d , -f 2-5 | head -n 4
