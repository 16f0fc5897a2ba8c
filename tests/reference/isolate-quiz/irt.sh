# The log-likelihoods are those that mirt 1.40 reaches at a tolerance of 1e-8.
irt=$TOP/tests/reference/irt
"$irt" bfi_neuroticism bfi_neuroticism_n2800_tol1e-8 bfi.csv 1 6 \
	-21721.3782084331
"$irt" ecr_anxiety ecr_anxiety_n998_tol1e-8 ecr_first1000.csv 1 5 \
	-23780.1207859265 Q22
"$irt" lsat6 lsat6_n1000_tol1e-8 lsat6.csv 0 1 -2466.65337751347
"$irt" ucla3 ucla3_n4021_tol1e-8 eu_loneliness.csv 1 3 -8910.27118143609
