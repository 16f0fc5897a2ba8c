# An age and a sex that norms do not know are told, and count as not said.
isolate-quiz score -i gss-loneliness - << END | cut -d , -f 1,4,8,11-13,17-
respondent,sex,age,direct,companionship,left-out,isolated
a,F,35-44,1,2,2,2
b,Male,34.5,1,2,2,2
c,female,200,1,2,2,2
d,female,34,1,2,2,2
e,,,1,2,2,2
END
isolate-quiz score -i k6 - << END | wc -l
respondent,sex,age,k6_1,k6_2,k6_3,k6_4,k6_5,k6_6
a,F,35-44,1,2,1,0,2,1
END
printf '%s\n' 1 1 1 1 1 1 | isolate-quiz take --age thirty k6
