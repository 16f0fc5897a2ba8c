# One person has no spread; another's is given: 1.656 * sqrt(2 * .19)
cat > alone.csv << END
direct,companionship,left-out,isolated
1,3,3,3
1,1,1,1
END
isolate-quiz change --reliability .81 -i gss-loneliness --scale ucla3 alone.csv
isolate-quiz change --reliability .81 -i gss-loneliness --scale ucla3 \
    --sd 1.656 alone.csv
