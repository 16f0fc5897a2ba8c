# reconnect: one Makefile, not recursive but for the variants of "check".
#
#   SAN=address,undefined   build with sanitizers, in build/san
#   COV=1                   build for coverage, in build/cov
#   WERROR=1                warnings are errors
#   STATIC=                 link no tool statically (see HACKING.md, "Start")
#   EXCLUDE_INSTRUMENTS="a b"  leave these instruments out of the binaries
#   DATA=DIR                the folder of answers "check-reference" compares with
#   FUZZ_S=60               seconds for each harness of "fuzz"

VERSION = 1.0
PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
LIBEXECDIR = $(PREFIX)/libexec/reconnect
LIBDIR = $(PREFIX)/lib
INCLUDEDIR = $(PREFIX)/include
MANDIR = $(PREFIX)/share/man
DATADIR = $(PREFIX)/share
CFLAGS = -O2 -g
OBJCOPY = objcopy
PYTHON = /usr/bin/python3
DATA =
FUZZ_S = 60

man = $(DESTDIR)$(MANDIR)
bash = $(DESTDIR)$(DATADIR)/bash-completion/completions
zsh = $(DESTDIR)$(DATADIR)/zsh/site-functions
fish = $(DESTDIR)$(DATADIR)/fish/vendor

# A prompt waits for these: loading shared libraries is most of their time.
STATIC = concept-lookup attrib-score
TOOLS = isolate-quiz attrib-score goal-plan concept-lookup

variant = $(if $(SAN),san,$(if $(COV),cov,release))
B = build/$(variant)

warnings = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wformat=2 \
	-Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings -Wvla \
	$(if $(WERROR),-Werror)
hardening = $(if $(SAN)$(COV),,-D_FORTIFY_SOURCE=2 -fstack-protector-strong)
instrument = $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all \
	-fno-omit-frame-pointer) $(if $(COV),--coverage -O0)
cflags = -std=c11 -D_GNU_SOURCE -DVERSION='"$(VERSION)"' \
	-DLIBEXECDIR='"$(LIBEXECDIR)"' -Ilib -I$(B) \
	-fPIC -fvisibility=hidden -MMD -MP \
	'-ffile-prefix-map=$(CURDIR)/=' \
	$(warnings) $(hardening) $(CPPFLAGS) $(CFLAGS) $(instrument)
ldflags = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(instrument) $(LDFLAGS)
libs = -lcsv -lutf8proc -lz -lm

built_by = lib/data/embed.c lib/concept/compile.c lib/attrib/compile.c
lib_src = $(filter-out $(built_by),$(wildcard lib/*/*.c))
api_obj = $(patsubst %.c,$(B)/%.o,$(wildcard lib/api/*.c))
lib_obj = $(lib_src:%.c=$(B)/%.o) $(B)/builtin.o $(B)/concepts.o \
	$(B)/lexicon.o $(B)/alarm.o
compile_obj = $(filter $(B)/lib/base/% $(B)/lib/stream/% $(B)/lib/concept/%,$(lib_obj))
lexicon_obj = $(filter $(B)/lib/base/% $(B)/lib/stream/%,$(lib_obj)) \
	$(patsubst %,$(B)/lib/attrib/%.o,compile lexicon lexhead lexbody rule pattern \
		names symbols vocab vocabmake phrases phraseindex \
		phraselist phrasepair probe)
lexicon_src = $(sort $(wildcard lib/data/lexicon/*.txt))
concept_src = $(sort $(wildcard lib/data/concepts/*.txt))
unit_src = $(wildcard tests/unit/test_*.c)
unit_bin = $(unit_src:%.c=$(B)/%)
bench_bin = $(patsubst %.c,$(B)/%,$(wildcard tests/bench/*.c))
fuzz_bin = $(patsubst %.c,$(B)/%,$(wildcard tests/fuzz/fuzz_*.c))
fault_bin = $(patsubst %.c,$(B)/%.so,$(wildcard tests/fault/*.c)) \
	$(STATIC:%=$(B)/tests/fault/%)
tool_bin = $(if $(helpers),$(B)/tests/tools/calendar) $(B)/tests/tools/offline \
	$(B)/tests/tools/buckets
data_src = $(sort $(wildcard lib/data/*.csv lib/data/*/*.txt lib/data/*/*.csv))
data_in = $(filter-out $(EXCLUDE_INSTRUMENTS:%=lib/data/instruments/%.txt),$(data_src))

# What is needed on Debian, as package:(a command or header of it).
need_build = gcc:$(CC) libc6-dev:stdio.h libcsv-dev:csv.h \
	libutf8proc-dev:utf8proc.h libical-dev:libical/ical.h liblinear-dev:linear.h \
	zlib1g-dev:zlib.h
need_demo = man-db:man
need_check = tidy:tidy g++:c++ libcmocka-dev:cmocka.h mandoc:mandoc tmux:tmux zsh:zsh fish:fish \
	universal-ctags:ctags parallel:parallel remind:remind cron:/usr/sbin/cron \
	systemd:systemd-analyze strace:strace \
	python3-icalendar:/usr/lib/python3/dist-packages/icalendar
need_long = valgrind:valgrind pkg-config:pkg-config \
	iproute2:ip openssh-client:ssh openssh-server:/usr/sbin/sshd rsync:rsync \
	slurmctld:slurmctld slurmd:slurmd slurm-client:sbatch munge:munged \
	dpkg-dev:dpkg-buildpackage debhelper:dh lintian:lintian debootstrap:debootstrap
need_lint = clang-format:clang-format clang-tidy:clang-tidy cppcheck:cppcheck \
	shellcheck:shellcheck mandoc:mandoc
need_bench = r-base-core:Rscript r-cran-psych:/usr/lib/R/site-library/psych \
	r-cran-data.table:/usr/lib/R/site-library/data.table \
	mawk:mawk miller:mlr sqlite3:sqlite3 remind:remind taskwarrior:task wordnet:wn \
	dict:dict dictd:/usr/sbin/dictd dict-wn:/usr/share/dictd/wn.index \
	dict-gcide:/usr/share/dictd/gcide.index
need_fuzz = clang:clang libclang-rt-dev:fuzzer/FuzzedDataProvider.h

first = $(filter deps,$(MAKECMDGOALS))# what must come before all else

# Programs that link what is too heavy for a tool, where the library is there.
helpers = $(if $(wildcard /usr/include/libical/ical.h),goal-plan-ics) \
	$(if $(wildcard /usr/include/linear.h),attrib-score-train)

all: $(TOOLS:%=$(B)/%) $(helpers:%=$(B)/libexec/%) $(B)/libreconnect.a

goal-plan-ics_libs = -lical
attrib-score-train_libs = -llinear

define helper_rule
$(B)/libexec/$(1): $(wildcard cmd/*/libexec/$(1).c) $(B)/all.a | $(first)
	@mkdir -p $$(@D)
	$$(CC) $$(cflags) -MF $$@.d -MT $$@ $$(ldflags) -o $$@ $$< \
		$(B)/all.a $$($(1)_libs) $$(libs)
endef
$(foreach h,$(helpers),$(eval $(call helper_rule,$(h))))

# Every tool is its own folder of cmd/, linked with what it uses of the library.
define tool_rule
$(B)/$(1): $(patsubst %.c,$(B)/%.o,$(wildcard cmd/$(1)/*.c)) $(B)/all.a
	$$(CC) $$(ldflags) $(if $(SAN)$(COV),,$(if $(filter $(1),$(STATIC)),-static-pie)) \
		-o $$@ $$^ $$(libs)
endef
$(foreach t,$(TOOLS),$(eval $(call tool_rule,$(t))))

$(B)/all.a: $(lib_obj)
	rm -f $@
	$(AR) qcs $@ $^

# The library for other programs: what api/reconnect.h needs of it, and no
# other name to be seen.
$(B)/libreconnect.a: $(B)/all.a
	$(LD) -r -o $(B)/reconnect.o $(api_obj) $<
	$(OBJCOPY) -w --keep-global-symbol='reconnect_*' $(B)/reconnect.o
	rm -f $@
	$(AR) qcs $@ $(B)/reconnect.o

$(B)/%.o: %.c | $(first)
	@mkdir -p $(@D)
	$(CC) $(cflags) -c -o $@ $<

$(B)/lib/api/api.o $(B)/lib/cli/usage.o: Makefile # which names the version

$(B)/builtin.o $(B)/concepts.o $(B)/lexicon.o $(B)/alarm.o: $(B)/%.o: $(B)/%.c
	$(CC) $(cflags) -c -o $@ $<

$(B)/builtin.c: $(B)/embed $(data_src)
	$(B)/embed lib/data $(data_in:lib/data/%=%) > $@.tmp
	mv $@.tmp $@

$(B)/embed: lib/data/embed.c | $(first)
	@mkdir -p $(@D)
	$(CC) $(cflags) -o $@ $<

$(B)/concepts.c: $(B)/compile lib/data/references.csv lib/data/synonyms.csv $(concept_src)
	$(B)/compile $(filter lib/data/%,$^) > $@.tmp
	mv $@.tmp $@

$(B)/compile: $(B)/lib/concept/compile.o $(compile_obj)
	$(CC) $(ldflags) -o $@ $^ $(libs)

$(B)/alarm.c: lib/data/alarm.awk lib/data/alarm.txt
	@mkdir -p $(@D)
	awk -f $^ > $@.tmp
	mv $@.tmp $@

$(B)/lexicon.c: $(B)/compile-lexicon $(lexicon_src)
	$(B)/compile-lexicon $(lexicon_src) > $@.tmp
	mv $@.tmp $@

$(B)/compile-lexicon: $(lexicon_obj)
	$(CC) $(ldflags) -o $@ $^ $(libs)

# A fuzz harness is one function, LLVMFuzzerTestOneInput().  clang drives it with
# libFuzzer ("fuzz"), any other compiler with tests/fuzz/driver.c ("check").
fuzz_driver = $(if $(FUZZ),-fsanitize=fuzzer,tests/fuzz/driver.c)
$(B)/tests/%: tests/%.c tests/fuzz/driver.c $(B)/all.a | $(first)
	@mkdir -p $(@D)
	$(CC) $(cflags) -MF $@.d -MT $@ -Itests/unit $(ldflags) -o $@ $< \
		$(filter %.o,$^) $(if $(findstring /fuzz_,$@),$(fuzz_driver)) $(B)/all.a \
		$(if $(findstring /unit/,$@),-lcmocka) \
		$(if $(findstring /calendar,$@),-lical) $(libs)

# Keys belong to a tool.
$(B)/tests/fuzz/fuzz_keys $(B)/tests/unit/test_keys: $(patsubst %.c,$(B)/%.o,$(filter-out %/main.c,$(wildcard \
	cmd/isolate-quiz/*.c)))

# What LD_PRELOAD puts between a tool and the system, for the fault walks.
$(B)/tests/fault/%.so: tests/fault/%.c | $(first)
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE $(warnings) -O2 -fPIC -shared -o $@ $< -ldl

# It cannot do so for one that is linked statically, which has a twin for them.
$(STATIC:%=$(B)/tests/fault/%): $(B)/tests/fault/%: $(B)/%
	@mkdir -p $(@D)
	$(CC) $(ldflags) -o $@ $(patsubst %.c,$(B)/%.o,$(wildcard cmd/$(@F)/*.c)) \
		$(B)/all.a $(libs)
	ln -sfn ../../libexec $(@D)/libexec # where a twin looks for its helpers

tests: all $(unit_bin) $(fuzz_bin) $(fault_bin) $(tool_bin) $(if $(SAN),,$(bench_bin))

# The suites.  Each runs on the release build and on one with sanitizers.
kinds = unit cli contract docs style fuzz
check: kind = $(kinds)
check-unit: kind = unit
check-cli: kind = cli contract
check-docs: kind = docs style
check-long: kind = $(kinds) long
check-long: export TEST_LIMIT = 1800
check check-unit check-cli check-docs check-long: | $(first)
	$(MAKE) SAN= COV= tests
	$(MAKE) SAN=address,undefined COV= tests
	tests/run $(kind:%=-k %) build/release build/san

# Against the answers and reference figures of DATA, which are not ours to ship.
check-reference: all
	@if [ -d '$(DATA)/psy/reference' ]; then \
		DATA="$$(cd '$(DATA)' && pwd)" tests/run -k reference $(B); \
	else \
		echo "check-reference: no DATA/psy/reference: nothing compared"; \
	fi

bless: all
	tests/run -b $(B)

demo: all
	tests/demo $(B)

# The figures of BENCH.md, which is a copy of this on a quiet machine; half an hour.
bench: all $(bench_bin)
	tests/bench/run $(B) > $(B)/bench.csv
	tests/bench/page $(B) < $(B)/bench.csv > $(B)/BENCH.md

# Fits and tries the rules of attrib-score on labelled texts, not ours to ship.
$(B)/tests/text/fit: $(patsubst %.c,$(B)/%.o,$(wildcard tests/text/*.c)) \
		$(B)/all.a
	$(CC) $(ldflags) -o $@ $^ $(libs)

bench-text: all $(B)/tests/text/fit
	tests/text/bench '$(DATA)' $(B)

# Fits the weights of the alarm again, to our own lines and to labelled texts.
alarm: all $(B)/tests/tools/buckets
	$(PYTHON) tests/text/alarm.py $(B)/tests/tools/buckets \
		tests/data/crisis/lines.csv tests/data/ordinary.csv '$(DATA)/text' \
		tests/data/crisis/held.csv > $(B)/alarm.txt
	cp $(B)/alarm.txt lib/data/alarm.txt

fuzz: | $(first)
	$(MAKE) B=build/fuzz CC=clang FUZZ=1 SAN=fuzzer-no-link,address,undefined \
		fuzz-bins
	tests/fuzz/run $(FUZZ_S) build/fuzz

fuzz-bins: $(fuzz_bin)

coverage: | $(first)
	$(MAKE) COV=1 SAN= tests
	tests/coverage build/cov

# Breaks a copy of the sources in every way of tests/mutants.
check-mutants: all
	tests/mutate

lint: | $(first)
	tests/lint $(warnings) -std=c11 -D_GNU_SOURCE -DVERSION='"$(VERSION)"' \
		-DLIBEXECDIR='"$(LIBEXECDIR)"' -Ilib

# Installs what the other goals need and lack; nothing else ever does.
goals = $(filter-out deps,$(MAKECMDGOALS))
need = $(need_build) $(if $(filter demo,$(goals))$(if $(goals),,x),$(need_demo)) \
	$(if $(filter check%,$(goals))$(if $(goals),,x),$(need_demo) $(need_check)) \
	$(if $(filter check-long,$(goals)),$(need_long)) \
	$(if $(filter bench,$(goals)),$(need_bench)) \
	$(if $(filter lint,$(goals)),$(need_lint)) $(if $(filter fuzz,$(goals)),$(need_fuzz))
deps:
	@CC='$(CC)' .ci/deps $(need)

# The manual pages of the glossary.
$(B)/man7: $(B)/concept-lookup man/concepts
	rm -rf $@ $@.tmp
	man/concepts $(B)/concept-lookup $@.tmp
	mv $@.tmp $@

# apropos finds the pages at once where they are installed for all.
mandb = @if test -z '$(DESTDIR)' && test "$$(id -u)" = 0 && \
	command -v mandb >/dev/null; then mandb -q '$(man)' || true; fi

install: all $(B)/man7
	install -d '$(DESTDIR)$(BINDIR)' '$(man)/man1' '$(man)/man3' '$(man)/man5' '$(man)/man7'
	install $(TOOLS:%=$(B)/%) '$(DESTDIR)$(BINDIR)'
	install -d '$(DESTDIR)$(LIBEXECDIR)'
	$(if $(helpers),install $(helpers:%=$(B)/libexec/%) '$(DESTDIR)$(LIBEXECDIR)')
	install -d '$(DESTDIR)$(LIBDIR)/pkgconfig' '$(DESTDIR)$(INCLUDEDIR)'
	install -m 644 $(B)/libreconnect.a '$(DESTDIR)$(LIBDIR)'
	install -m 644 lib/api/reconnect.h '$(DESTDIR)$(INCLUDEDIR)'
	printf '%s\n' 'libdir=$(LIBDIR)' 'includedir=$(INCLUDEDIR)' '' 'Version: $(VERSION)' | \
		cat - lib/api/reconnect.pc.in | \
		install -m 644 /dev/stdin '$(DESTDIR)$(LIBDIR)/pkgconfig/reconnect.pc'
	for s in 1 3 5 7; do install -m 644 man/man$$s/*.$$s '$(man)/man'$$s; done
	install -m 644 $(B)/man7/* '$(man)/man7'
	install -d '$(bash)' '$(zsh)' '$(fish)_completions.d' '$(fish)_functions.d'
	for t in $(TOOLS); do \
		install -m 644 completions/reconnect.bash "$(bash)/$$t" && \
		install -m 644 completions/$$t.fish '$(fish)_completions.d' || exit 1; \
	done
	install -m 644 completions/_reconnect '$(zsh)'
	install -d '$(DESTDIR)$(DATADIR)/reconnect/templates' '$(DESTDIR)$(DATADIR)/doc/reconnect'
	install -m 644 templates/*.txt '$(DESTDIR)$(DATADIR)/reconnect/templates'
	install -m 644 README.md NEWS.md '$(DESTDIR)$(DATADIR)/doc/reconnect'
	install -m 644 completions/__reconnect_load.fish '$(fish)_functions.d'
	$(mandb)

uninstall: all $(B)/man7
	cd '$(DESTDIR)$(BINDIR)' && rm -f $(TOOLS)
	$(if $(helpers),cd '$(DESTDIR)$(LIBEXECDIR)' && rm -f $(helpers))
	rmdir '$(DESTDIR)$(LIBEXECDIR)' 2>/dev/null || true
	cd '$(bash)' && rm -f $(TOOLS)
	cd '$(fish)_completions.d' && rm -f $(TOOLS:%=%.fish)
	rm -f '$(zsh)/_reconnect' '$(fish)_functions.d/__reconnect_load.fish'
	cd '$(DESTDIR)$(LIBDIR)' && rm -f libreconnect.a pkgconfig/reconnect.pc
	rm -f '$(DESTDIR)$(INCLUDEDIR)/reconnect.h'
	rm -rf '$(DESTDIR)$(DATADIR)/reconnect' '$(DESTDIR)$(DATADIR)/doc/reconnect'
	for s in 1 3 5 7; do (cd man/man$$s && echo *.$$s) | \
		(cd '$(man)/man'$$s && xargs rm -f) || exit 1; done
	(cd $(B)/man7 && echo *) | (cd '$(man)/man7' && xargs rm -f)
	$(mandb)

# The same commit gives the same bytes.
release = reconnect-$(VERSION)
dist:
	@mkdir -p build
	git -c tar.umask=0022 -c core.autocrlf=false archive --prefix=$(release)/ \
		HEAD > build/$(release).tar
	gzip -9nf build/$(release).tar
	mv build/$(release).tar.gz .

clean:
	rm -rf build

.PHONY: all tests check check-unit check-cli check-docs check-long \
	check-reference check-mutants bless demo bench bench-text alarm fuzz fuzz-bins coverage lint deps \
	install uninstall dist clean
.DELETE_ON_ERROR:
-include $(shell find $(B) -name '*.d' 2>/dev/null)
