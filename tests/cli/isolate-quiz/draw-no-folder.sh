# A folder that is mistyped is not made.
isolate-quiz curves --svg pictuers/x.svg ipip-spi-extraversion
echo "rc $?"
mkdir pictures
isolate-quiz curves --svg pictures/x.svg ipip-spi-extraversion
echo "rc $?"
ls -d pictu*/*
