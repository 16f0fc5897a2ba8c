# reconnect: one Makefile, not recursive but for the variants of "check".
#
#   SAN=address,undefined   build with sanitizers, in build/san
#   COV=1                   build for coverage, in build/cov
#   WERROR=1                warnings are errors
#   EXCLUDE_INSTRUMENTS="a b"  leave these instruments out of the binaries

VERSION = 0.1
PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
LIBEXECDIR = $(PREFIX)/libexec/reconnect
MANDIR = $(PREFIX)/share/man
DATADIR = $(PREFIX)/share
CFLAGS = -O2 -g
DATA = ../shared/data

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
	-DLIBEXECDIR='"$(LIBEXECDIR)"' -Ilib -I$(B) -fPIE -MMD -MP \
	-ffile-prefix-map=$(CURDIR)/= \
	$(warnings) $(hardening) $(CPPFLAGS) $(CFLAGS) $(instrument)
ldflags = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(instrument) $(LDFLAGS)
libs = -lcsv -lutf8proc -lm

lib_src = $(filter-out lib/data/embed.c,$(wildcard lib/*/*.c))
lib_obj = $(lib_src:%.c=$(B)/%.o) $(B)/builtin.o
unit_src = $(wildcard tests/unit/test_*.c)
unit_bin = $(unit_src:%.c=$(B)/%)
data_src = $(sort $(wildcard lib/data/*.csv lib/data/*/*.txt lib/data/*/*.csv))
data_in = $(filter-out $(EXCLUDE_INSTRUMENTS:%=lib/data/instruments/%.txt),$(data_src))

all: $(TOOLS:%=$(B)/%)

# Every tool is its own folder of cmd/, linked with what it uses of the library.
define tool_rule
$(B)/$(1): $(patsubst %.c,$(B)/%.o,$(wildcard cmd/$(1)/*.c)) $(B)/libreconnect.a
	$$(CC) $$(ldflags) -o $$@ $$^ $$(libs)
endef
$(foreach t,$(TOOLS),$(eval $(call tool_rule,$(t))))

$(B)/libreconnect.a: $(lib_obj)
	rm -f $@
	$(AR) qcs $@ $^

$(B)/%.o: %.c | $(filter deps,$(MAKECMDGOALS))
	@mkdir -p $(@D)
	$(CC) $(cflags) -c -o $@ $<

$(B)/builtin.o: $(B)/builtin.c
	$(CC) $(cflags) -c -o $@ $<

$(B)/builtin.c: $(B)/embed $(data_src)
	$(B)/embed lib/data $(data_in:lib/data/%=%) > $@.tmp
	mv $@.tmp $@

$(B)/embed: lib/data/embed.c | $(filter deps,$(MAKECMDGOALS))
	@mkdir -p $(@D)
	$(CC) $(cflags) -o $@ $<

$(B)/tests/unit/%: tests/unit/%.c $(B)/libreconnect.a
	@mkdir -p $(@D)
	$(CC) $(cflags) -Itests/unit $(ldflags) -o $@ $< $(B)/libreconnect.a -lcmocka $(libs)

clean:
	rm -rf build

.PHONY: all clean
.DELETE_ON_ERROR:
-include $(shell find $(B) -name '*.d' 2>/dev/null)
