# Installs below a folder, uses what is there, and takes it away again.
make -s -C "$TOP" install DESTDIR="$PWD/root" PREFIX=/usr
(cd root/usr && find bin share -type f ! -path '*/man/*' | sort)
PATH=$PWD/root/usr/bin:$PATH MANPATH=$PWD/root/usr/share/man
export PATH MANPATH
for tool in isolate-quiz attrib-score goal-plan concept-lookup; do
	"$tool" --version | head -n 1
	man -w "$tool" >/dev/null || echo "$tool has no manual"
done
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
find root -type f
