# The tarball of a release: the same bytes from any checkout of the same commit,
# and all that it takes to build and install.
[ -d "$TOP/.git" ] || [ -f "$TOP/.git" ] || {
	echo 'no git repository' >&2
	exit 77
}
git clone -q "$TOP" one
git clone -q "$TOP" two
find two -path two/.git -prune -o -type f -exec touch -d 2001-02-03 {} +
chmod -R go-rwx two/lib two/man
git -C two config tar.umask 0077
git -C two config core.autocrlf true
for copy in one two; do
	make -s -C $copy dist
	mv $copy/reconnect-*.tar.gz $copy.tar.gz
done
cmp one.tar.gz two.tar.gz && echo 'the same bytes'
make -s -C one dist
cmp one.tar.gz one/reconnect-*.tar.gz && echo 'and again'
tar -xzf one.tar.gz && cd reconnect-*/ || exit
for file in README.md NEWS.md LICENSE HACKING.md BENCH.md Makefile debian/control; do
	[ -f $file ] || echo "$file is missing"
done
find . -name build -o -name .git
# In a folder whose name means something to a shell it is built, too.
cd .. && mv reconnect-*/ 'a & b' && cd 'a & b' || exit
make -s build/release/concept-lookup >/dev/null && build/release/concept-lookup --list |
	grep -x masking
# Where there is no repository it fails, and leaves what is there.
cp ../one/reconnect-*.tar.gz .
GIT_CEILING_DIRECTORIES=$PWD/.. make -s dist 2>/dev/null && echo 'made of nothing'
cmp ../one.tar.gz reconnect-*.tar.gz
