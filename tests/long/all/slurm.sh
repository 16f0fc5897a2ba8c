# shellcheck shell=sh
# The array job of reconnect-scale(7) on a Slurm of one node: what is merged is
# what one run gives, also where a task is killed half-way and queued again; where
# one is cancelled, the merge says which and goes no further.
case=$TOP/tests/long/all/slurm.sh
skip() {
	echo 'needs root, network namespaces, slurmctld, slurmd and munged' >&2
	exit 77
}
# As in hosts.sh: apart from the machine, gone when this is through.
if [ -z "${APART-}" ]; then
	[ "$(id -u)" -eq 0 ] || skip
	command -v ip munged sbatch slurmctld slurmd >/dev/null || skip
	set -- unshare --mount --uts --net --pid --fork --kill-child --mount-proc
	"$@" sh -c 'hostname node && mount -t tmpfs none /run &&
		ip link add node type veth peer name edon' >/dev/null 2>&1 || skip
	APART=yes exec "$@" sh "$case"
fi
mount -t tmpfs none /run
hostname node
ip link set lo up
ip link add node type veth peer name edon
ip addr add 10.0.0.1/24 dev node
ip link set node up
ip link set edon up
echo '10.0.0.1 node' >hosts
mount --bind hosts /etc/hosts
umask 077
here=$PWD

mkdir state spool bin
head -c 128 /dev/urandom >munge.key
munged --force --key-file="$here/munge.key" --socket="$here/munge.socket" \
	--pid-file="$here/munge.pid" --log-file="$here/munge.log" \
	--seed-file="$here/munge.seed"
cat >slurm.conf <<END
ClusterName=try
SlurmctldHost=node
AuthInfo=socket=$here/munge.socket,cred_expire=5
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$here/state
SlurmdSpoolDir=$here/spool
SlurmctldPidFile=$here/slurmctld.pid
SlurmdPidFile=$here/slurmd.pid
SlurmctldLogFile=$here/slurmctld.log
SlurmdLogFile=$here/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
ReturnToService=2
SlurmdParameters=config_overrides
NodeName=node CPUs=8 State=UNKNOWN
PartitionName=all Nodes=node Default=YES State=UP
END
SLURM_CONF=$here/slurm.conf
export SLURM_CONF
slurmctld && slurmd -N node || exit

# The script as the page has it, with a file that is here and 8 parts.
sed -n -e '/^#!\/bin\/sh/,/^\.Ed/ { /^\.Ed/!p; }' \
	"$TOP/man/man7/reconnect-scale.7" |
	sed -e 's/\\e/\\/g' -e 's/64/8/g' -e 's/k6/spi-social/' >job
sed -n 1,2p job
cp "$TOP/tests/data/spi-social.csv" answers.csv
isolate-quiz stats -i spi-social answers.csv >whole

# A task that LOSE names stops half-way, once.
cat >bin/isolate-quiz <<END
#!/bin/sh
rmdir "lose-\$SLURM_ARRAY_TASK_ID" 2>/dev/null ||
	exec "$(command -v isolate-quiz)" "\$@"
"$(command -v isolate-quiz)" "\$@" | head -n 3
mkdir "half-\$SLURM_ARRAY_TASK_ID"
sleep 600
END
chmod 755 bin/isolate-quiz

until_there() { # NAME
	tries=0
	until [ -e "$1" ] || [ "$((tries += 1))" -gt 600 ]; do
		sleep 0.1
	done
}
until_through() { # JOB
	tries=0
	while [ -n "$(squeue -h -j "$1" 2>/dev/null)" ] &&
		[ "$((tries += 1))" -le 600 ]; do
		sleep 0.2
	done
}
array() { # OPTION ...
	PATH=$here/bin:$PATH sbatch --parsable -o log-%a "$@" job
}
merge() {
	# shellcheck disable=SC2046 # a list
	isolate-quiz stats --merge $(seq -f %g.part 8) >joined
	echo "merged: $?"
	cmp -s whole joined && echo same
}
mkdir lose-3 lose-5
id=$(array)
until_there half-3
until_there half-5
scontrol requeue "${id}_3"
scancel "${id}_5"
until_through "$id"
ls -d half-* ./*.part ./*.tmp
merge
until_through "$(array --array=5)"
merge
cat log-*
