# Where answers are kept is one question away, and asking makes nothing.
export HOME="$PWD/home"
unset XDG_DATA_HOME XDG_STATE_HOME
isolate-quiz --paths | sed "s,$PWD,,"
XDG_DATA_HOME=/there XDG_STATE_HOME=not/full isolate-quiz history --paths |
	sed "s,$PWD,,"
ls home
HOME=elsewhere isolate-quiz --paths
echo $?
