# K6 needs all six; the discomfort scale eight of ten, and says how many.
printf '%s\n' k6_1,k6_2,k6_3,k6_4,k6_5,k6_6 1,2,1,0,2, 1,2,1,0,2,1 |
	isolate-quiz score -i k6
cat > discomfort.csv <<'END'
social_discomfort_1,social_discomfort_2,social_discomfort_3,social_discomfort_4,social_discomfort_5,social_discomfort_6,social_discomfort_7,social_discomfort_8,social_discomfort_9,social_discomfort_10
5,5,5,5,5,1,1,1,,
5,5,5,5,5,1,1,,,
END
isolate-quiz score -i ipip-social-discomfort discomfort.csv
isolate-quiz score -i ipip-social-discomfort --missing 70% discomfort.csv
