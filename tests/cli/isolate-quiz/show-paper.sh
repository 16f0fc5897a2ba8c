# A form to print: options before the items that share them, boxes, branches.
isolate-quiz show --paper k6
isolate-quiz show --paper project-attribution | sed -n '/^ 13/,/^ 16/p'
# The text of a key is not there to be printed.
isolate-quiz show --paper who-5
