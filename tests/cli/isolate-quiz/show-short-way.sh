# An instrument with a bank says that it can be taken the short way.
isolate-quiz show ipip-spi-neuroticism | grep 'short way'
isolate-quiz show k6 | grep 'short way'
