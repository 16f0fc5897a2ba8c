# shellcheck shell=sh
# Two hosts, each with a network, a home and an sshd of its own, and GNU parallel
# over them: what is joined is what one run gives, also where a host dies or
# falls silent half-way.
case=$TOP/tests/long/all/hosts
skip() {
	echo 'needs root, network namespaces, sshd, parallel and rsync' >&2
	exit 77
}
# All of it happens where it touches neither the machine's network nor its
# mounts, and where whatever was started ends with it.
if [ -z "${APART-}" ]; then
	[ "$(id -u)" -eq 0 ] || skip
	command -v ip parallel rsync ssh ssh-keygen >/dev/null || skip
	[ -x /usr/sbin/sshd ] || skip
	set -- unshare --mount --net --pid --fork --kill-child --mount-proc
	"$@" sh -c 'mount -t tmpfs none /run && ip netns add try &&
		ip link add try type veth peer name eth0 netns try' \
		>/dev/null 2>&1 || skip
	APART=yes exec "$@" sh "$case.sh"
fi
mount -t tmpfs none /run
mkdir /run/sshd
umask 077
here=$PWD
quiz=$(command -v isolate-quiz)
cp "$TOP/tests/data/spi-social.csv" answers.csv
"$quiz" score --wide -i spi-social answers.csv >whole

ssh-keygen -q -t ed25519 -N '' -f key
sed 's/^root:[^:]*:/root:*:/' /etc/shadow >shadow
host() { # NAME NETWORK
	ip netns add "$1"
	ip link add "$1" type veth peer name eth0 netns "$1"
	ip addr add "10.0.$2.1/24" dev "$1"
	ip link set "$1" up
	ip -n "$1" addr add "10.0.$2.2/24" dev eth0
	ip -n "$1" link set eth0 up
	mkdir "$1"
	sed "s|^root:.*|root:x:0:0:root:$here/$1:/bin/sh|" /etc/passwd >"$1.passwd"
	ssh-keygen -q -t ed25519 -N '' -f "$1.key"
	cat >"$1.sshd" <<-END
	HostKey $here/$1.key
	AuthorizedKeysFile $here/key.pub
	PermitRootLogin prohibit-password
	StrictModes no
	UsePAM no
	END
	cat >>ssh.conf <<-END
	Host $1
		HostName 10.0.$2.2
		HostKeyAlias $1
	END
	echo "$1 $(cut -d ' ' -f 1,2 "$1.key.pub")" >>known
	up "$1"
}
up() { # NAME
	ip netns exec "$1" sh -c "mount --bind $1.passwd /etc/passwd &&
		mount --bind shadow /etc/shadow &&
		exec /usr/sbin/sshd -f $here/$1.sshd -E $1.log"
}
down() { # NAME
	# shellcheck disable=SC2046 # a list
	kill -9 $(ip netns pids "$1")
}
host anna 1
host ben 2
cat >>ssh.conf <<END
Host *
	User root
	IdentityFile $here/key
	UserKnownHostsFile $here/known
	BatchMode yes
	ConnectTimeout 2
	ServerAliveInterval 1
	ServerAliveCountMax 2
END
PARALLEL_SSH="ssh -F $here/ssh.conf"
RSYNC_RSH=$PARALLEL_SSH
export PARALLEL_SSH RSYNC_RSH

# worker K FILE: on ben, the first time that LOSE asks for it, stops half-way
# until somebody sees it.
cat >worker <<'END'
#!/bin/sh
cd "${0%/*}" || exit
echo "${HOME##*/}" >>ran
[ "${HOME##*/}" = ben ] && rmdir lose 2>/dev/null || {
	exec "$QUIZ" score --wide -i spi-social --part "$1/12" answers.csv
}
"$QUIZ" score --wide -i spi-social --part "$1/12" answers.csv | head -n 20
mkdir half
sleep 600
END
chmod 755 worker

tell() { # WHAT
	echo "$1, exit status: $rc"
	sort -u ran | paste -s -d ' '
	cmp -s whole joined && echo same
	rm ran
}
over() { # ARGUMENT ... (of parallel)
	seq 12 | parallel -k "$@" env "QUIZ=$quiz" "$here/worker" {} \
		>joined 2>said
	rc=$?
}
over --sshlogin 2/anna,2/ben
tell 'two hosts'

# lost HOW ARGUMENT ...: HOW is run when ben is half-way through a part.
lost() {
	how=$1
	shift
	mkdir lose
	(
		tries=0
		until [ -d half ] || [ "$((tries += 1))" -gt 600 ]; do
			sleep 0.1
		done
		eval "$how"
	) &
	over "$@"
	wait
	rmdir half
}
lost 'down ben' --retries 3 --sshlogin 2/anna,2/ben
tell 'a host dies'
up ben
lost 'down ben' --halt now,fail=1 --sshlogin 1/anna,1/ben
[ "$rc" -ne 0 ] && ! cmp -s whole joined && echo 'a host dies, no retries: not 0'
up ben
rm ran
lost 'ip -n ben link set eth0 down' --retries 3 --sshlogin 2/anna,2/ben
tell 'a host falls silent'
ip -n ben link set eth0 up

# Hosts that do not see the file are given it, and keep nothing.
rm -f ran
seq 12 | parallel -k --sshlogin 2/anna,2/ben --transferfile answers.csv \
	--cleanup --wd ... "$quiz score --wide -i spi-social --part {}/12 \
	answers.csv" >joined 2>said
echo "handed over, exit status: $?"
cmp whole joined && echo same
find anna ben -type f
