# A FIFO, or a device, is none to be replaced by a picture.
mkfifo pipe
isolate-quiz curves --svg pipe ipip-spi-extraversion
echo "rc $?"
ls -l pipe | cut -c 1
