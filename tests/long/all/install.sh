# Installs below a folder, uses what is there, and takes it away again; whatever
# the umask, all can read it.
(umask 077 && make -s -C "$TOP" install DESTDIR="$PWD/root" PREFIX=/usr)
find root/* ! -perm -444
(cd root/usr && find . -type f ! -path '*/man/*' | sort)
for s in 1 3 5 7; do
	[ "$(cd root/usr/share/man/man$s && ls *.$s | wc -l)" -eq \
		"$(cd "$TOP/man/man$s" && ls | wc -l)" ] || echo "section $s is not whole"
done
concept-lookup --list | while read -r id; do
	[ -f "root/usr/share/man/man7/$id.7reconnect" ] || echo "$id has no page"
done
PATH=$PWD/root/usr/bin:$PATH MANPATH=$PWD/root/usr/share/man
export PATH MANPATH
for tool in isolate-quiz attrib-score goal-plan concept-lookup; do
	"$tool" --version | head -n 1
	man -w "$tool" >/dev/null || echo "$tool has no manual"
done
# The helpers are found where they were put, which is not where they were meant for.
goal-plan new -q --family small-talk --seed 1 --now 2026-03-02
goal-plan export --ics | sed -n 1p
man -w reconnect-instrument connection-paradox | sed 's/.*usr//'
man -w 3 reconnect_score | sed 's/.*usr//'
PKG_CONFIG_PATH=$PWD/root/usr/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$PWD/root
export PKG_CONFIG_PATH PKG_CONFIG_SYSROOT_DIR
cat >example.c <<'END'
#include <reconnect.h>
#include <stdio.h>

int
main(void)
{
	puts(reconnect_version());
	return 0;
}
END
# shellcheck disable=SC2046
cc -o example example.c $(pkg-config --static --cflags --libs reconnect) && ./example
make -s -C "$TOP" uninstall DESTDIR="$PWD/root" PREFIX=/usr
find root ! -type d
find root -name '*reconnect*'

# Names of folders that mean something to a shell or to sed.
root=$PWD/'a root' PREFIX='/opt/R & D'
make -s -C "$TOP" install DESTDIR="$root" PREFIX="$PREFIX"
PKG_CONFIG_PATH=$root$PREFIX/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$root
eval "cc -o example example.c $(pkg-config --static --cflags --libs reconnect)" &&
	./example
make -s -C "$TOP" uninstall DESTDIR="$root" PREFIX="$PREFIX"
find "$root" ! -type d
