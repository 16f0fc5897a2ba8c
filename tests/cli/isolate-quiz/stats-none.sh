# Nobody answered: the header, and nothing is wrong.
echo companionship,direct,isolated,left-out |
	isolate-quiz stats -i gss-loneliness
