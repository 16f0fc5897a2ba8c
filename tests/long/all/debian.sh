# The Debian package: built, looked at by lintian, installed in a bare system,
# tried there, and taken away without a trace.
skip() {
	echo 'needs root, mount, a git repository and the tools of the trade' >&2
	exit 77
}
[ "$(id -u)" -eq 0 ] && command -v dpkg-buildpackage dh lintian debootstrap \
	>/dev/null || skip
[ -d "$TOP/.git" ] || [ -f "$TOP/.git" ] || skip

step() { # WHAT COMMAND ...
	what=$1
	shift
	"$@" >log 2>&1 || {
		echo "$what: exit $?"
		tail -n 20 log
		exit 1
	}
}
inside() {
	chroot bare /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
		DEBIAN_FRONTEND=noninteractive HOME=/root TMPDIR=/tmp "$@"
}
build() {
	(cd source && DEB_BUILD_OPTIONS=nocheck dpkg-buildpackage -us -uc -b)
}
# Files of a package manager's own books and of apt's cache apart.
files() {
	(cd bare && find . -xdev ! -path './var/*' ! -path './proc/*' \
		! -path './etc/ld.so.cache' | sort)
}

mkdir source
git -C "$TOP" archive HEAD | tar -x -C source
step build build
step lintian lintian --fail-on error,warning --allow-root ./*.changes
step debootstrap debootstrap --variant=minbase \
	--include=gcc,libc6-dev,pkg-config,man-db \
	"$(. /etc/os-release && echo "$VERSION_CODENAME")" bare
mount -t proc proc bare/proc || skip
trap 'umount bare/proc' EXIT
files >before
cp ./*.deb bare/tmp/
cp -R source/debian/tests bare/tmp/
step install inside sh -c 'apt-get -y install /tmp/reconnect_*.deb /tmp/libreconnect-dev_*.deb'
step 'the circle' inside /tmp/tests/circle
step 'the library' inside /tmp/tests/library
step remove inside sh -c 'apt-get -y purge --autoremove reconnect libreconnect-dev'
inside rm -rf /tmp/tests
rm -f bare/tmp/*.deb
files >after
diff before after && echo 'installed, tried, and gone without a trace'
