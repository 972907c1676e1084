# Counterpoint. `make demo` and `make check` install what is missing and do the rest.
#
#   make [all]   the program and the library, in build/      make install    PREFIX, DESTDIR
#   make demo    the main job on the sample debate           make uninstall
#   make check   all tests; GOLDEN=renew renews goldens      make bench      speed, as ratios
#   make fuzz    each parser for SECONDS=60                  make coverage   share of lines
#   make sanitize    all tests under the sanitizers          make format     clang-format
#   make stats   lengths of functions, share of comments     make docs       pages, pictures
#   make measure    what draft finds                         make clean

PREFIX ?= /usr/local
CFLAGS ?= -O2 -g
SECONDS ?= 60
VARIANT ?= release
WERROR ?= $(if $(CI),1)
VERSION := $(shell sed -n 's/.*COUNTERPOINT_VERSION "\(.*\)"/\1/p' src/counterpoint.h)

# ---- What is needed: a pkg-config module or a command, and the package that has it ----

PACKAGES_BUILD = !$(CC)=gcc !pkg-config=pkg-config jansson=libjansson-dev \
	libgvc=libgraphviz-dev libutf8proc=libutf8proc-dev nettle=nettle-dev \
	librsvg-2.0=librsvg2-dev fontconfig=libfontconfig-dev zlib=zlib1g-dev \
	libpcre2-8=libpcre2-dev libxml-2.0=libxml2-dev \
	/usr/include/picosat/picosat.h=picosat /usr/include/libstemmer.h=libstemmer-dev
PACKAGES_RUN = /usr/share/fonts/truetype/liberation=fonts-liberation
PACKAGES_TEST = cmocka=libcmocka-dev !python3=python3
PACKAGES_SANITIZE = !valgrind=valgrind
PACKAGES_FUZZ = !clang=clang /usr/lib/llvm-14/lib/clang/14.0.6/lib=libclang-rt-14-dev
PACKAGES_COVERAGE = !gcovr=gcovr
PACKAGES_BENCH = !dot=graphviz !gringo=gringo !clasp=clasp \
	libdivsufsort=libdivsufsort-dev

has = $(if $(filter !%,$1),$(shell command -v $(1:!%=%)),$(if $(filter /%,$1),$(wildcard $1),$\
	$(shell pkg-config --exists $1 2>/dev/null && echo yes)))
missing = $(sort $(foreach p,$1,$(if $(call has,$(firstword $(subst =, ,$p))),,$\
	$(lastword $(subst =, ,$p)))))
# $(call need,packages): names what is missing, and how to get it.
need = @$(if $(call missing,$1),echo "missing: $(call missing,$1)" >&2; \
	echo "install with: apt-get install $(call missing,$1)" >&2; exit 1,true)
# $(call get,packages): installs what is missing, where it may.
SUDO = $(if $(filter 0,$(shell id -u)),,sudo)
get = @$(if $(call missing,$1),echo "installing: $(call missing,$1)"; \
	$(SUDO) apt-get update -qq && $(SUDO) env DEBIAN_FRONTEND=noninteractive \
	apt-get install -y -qq --no-install-recommends $(call missing,$1) >/dev/null \
	|| { echo "install with: apt-get install $(call missing,$1)" >&2; exit 1; },true)

# ---- Building ----

B = build/$(VARIANT)
SOURCES := $(filter-out src/json/embed.c,$(wildcard src/*/*.c))
LIBRARY := $(filter-out src/cli/%,$(SOURCES))
OBJECTS = $(SOURCES:src/%.c=$B/obj/%.o)
LIBRARY_OBJECTS = $(LIBRARY:src/%.c=$B/obj/%.o) $B/obj/schemas.o $B/obj/page_files.o
PROGRAM_OBJECTS = $(filter-out $(LIBRARY_OBJECTS),$(OBJECTS))

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wvla $(if $(WERROR),-Werror)
EXTRA_asan = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer \
	-DCP_ARENA_MALLOC
EXTRA_coverage = --coverage -O0
EXTRA = $(EXTRA_$(VARIANT))
PKG = $(shell pkg-config $1 2>/dev/null)
CPPFLAGS_ALL = -Isrc -DCP_GRAPHVIZ_PLUGINS='"$(call PKG,--variable=libdir libgvc)/graphviz"' \
	$(CPPFLAGS)
# Without errno of sqrt() the mathematical library need not be loaded.
CFLAGS_ALL = -std=c11 $(WARNINGS) -fPIC -fvisibility=hidden -fno-math-errno $(CFLAGS) $(EXTRA)
LIBS = $(call PKG,--libs jansson libutf8proc nettle libpcre2-8 zlib) -ldl
# To load them takes a twelfth of the time of `check`, so the program has its parts of them,
# where there is a library to take them from.
static = $(or $(filter /%,$(shell $(CC) -print-file-name=lib$(1:-l%=%).a)),$1)
LIBS_PROGRAM = $(foreach l,$(filter-out -ldl,$(LIBS)),$(call static,$l)) -ldl
$B/obj/text/html.o $B/obj/text/xml_read.o: CPPFLAGS_ALL += $(call PKG,--cflags libxml-2.0)
$B/obj/diagram/raster.o: CPPFLAGS_ALL += $(call PKG,--cflags librsvg-2.0)
$B/obj/diagram/fonts.o: CPPFLAGS_ALL += $(call PKG,--cflags fontconfig)

all: needed $B/counterpoint $B/libcounterpoint.a $B/libcounterpoint.so $B/counterpoint.1

needed:
	$(call need,$(PACKAGES_BUILD))

$B/obj/%.o: src/%.c | needed
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c $< -o $@

$B/embed: src/json/embed.c | needed
	@mkdir -p $(@D)
	$(CC) -std=c11 -O1 $< -o $@ $(call PKG,--cflags --libs jansson)

METASCHEMAS := $(wildcard src/json/metaschemas/*.json)
$B/schemas.c: $B/embed schemas/thread.schema.json schemas/annotation.schema.json $(METASCHEMAS)
	$B/embed thread schemas/thread.schema.json annotation schemas/annotation.schema.json \
		-- $(METASCHEMAS) > $@

$B/page_files.c: src/diagram/page.css src/diagram/page.js
	@mkdir -p $(@D)
	src/diagram/embed.sh style=src/diagram/page.css script=src/diagram/page.js > $@

$B/obj/schemas.o $B/obj/page_files.o: $B/obj/%.o: $B/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -c $< -o $@

$B/libcounterpoint.a: $(LIBRARY_OBJECTS)
	rm -f $@ && $(AR) rcs $@ $^

$B/libcounterpoint.so: $(LIBRARY_OBJECTS)
	$(CC) -shared -Wl,-soname,libcounterpoint.so.0 $(CFLAGS_ALL) $(LDFLAGS) $^ -o $@ $(LIBS)

$B/counterpoint: $(PROGRAM_OBJECTS) $B/libcounterpoint.a
	$(CC) $(CFLAGS_ALL) $(LDFLAGS) $^ -o $@ $(LIBS_PROGRAM)

$B/counterpoint.1: docs/counterpoint.1
	@mkdir -p $(@D)
	sed 's/@VERSION@/$(VERSION)/' $< > $@

-include $(OBJECTS:.o=.d)

# ---- The main job ----

SAMPLE = samples/contactpoint
DEMO = build/demo

demo:
	$(call get,$(PACKAGES_BUILD) $(PACKAGES_RUN))
	@$(MAKE) --no-print-directory all
	@mkdir -p $(DEMO)
	$B/counterpoint import $(SAMPLE)/page.txt --language en -o $(DEMO)/thread.json
	$B/counterpoint check $(SAMPLE)/annotation.json
	$B/counterpoint render $(SAMPLE)/annotation.json -o $(DEMO)/map.svg
	$B/counterpoint summary $(SAMPLE)/annotation.json -o $(DEMO)/summary.md
	$B/counterpoint report $(SAMPLE)/annotation.json -o $(DEMO)/report.html
	@echo
	@echo "The ContactPoint debate: an article and thirteen comments."
	@echo "  $(DEMO)/map.svg      the argument map: what speaks for and against the motion"
	@echo "  $(DEMO)/summary.md   the debate in words, each sentence with its comments"
	@echo "  $(DEMO)/report.html  map, summary and marked thread on one page: open this first"
	@echo "  $(DEMO)/thread.json  the thread as read from the saved page"

# ---- Pages that are made ----

PAGES = docs/diagnostics.md docs/counterpoint.1

$B/codes: tests/codes.c $B/libcounterpoint.a
	$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) $^ -o $@ $(LIBS)

docs: needed all $B/codes
	@for page in $(PAGES); do $B/codes $$page > $B/page && cp $B/page $$page || exit 1; done
	$B/counterpoint render samples/contactpoint/annotation.json -o docs/map.svg
	$B/counterpoint render samples/first/annotation.json -o docs/first.svg
	for sample in nine weekly; do $B/counterpoint render samples/$$sample/annotation.json \
		-o samples/$$sample/map.svg || exit 1; done
	for plot in time balance strength; do $B/counterpoint stats --plot $$plot \
		samples/nine/annotation.json -o docs/plot-$$plot.svg || exit 1; done

# ---- Tests ----

check:
	$(call get,$(PACKAGES_BUILD) $(PACKAGES_RUN) $(PACKAGES_TEST))
	@$(MAKE) --no-print-directory all $B/unit $B/replay $B/codes $B/suites
	@tests/npm.sh
	@tests/run.sh $B

UNIT := $(wildcard tests/unit/*.c)
$B/unit: $(UNIT) $(wildcard tests/unit/*.h) $B/libcounterpoint.a
	$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -Itests $(UNIT) $B/libcounterpoint.a -o $@ \
		$(LIBS) $(call PKG,--libs cmocka)

$B/suites: tests/suites/suites.c $B/libcounterpoint.a
	$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) $^ -o $@ $(LIBS)

FUZZERS := $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
$B/replay: $(wildcard tests/fuzz/*.[ch]) $B/libcounterpoint.a
	@mkdir -p $@
	for f in $(FUZZERS); do $(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) tests/fuzz/replay.c \
		tests/fuzz/fuzz_$$f.c $B/libcounterpoint.a -o $@/$$f $(LIBS) || exit 1; done

sanitize:
	$(call get,$(PACKAGES_BUILD) $(PACKAGES_RUN) $(PACKAGES_TEST) $(PACKAGES_SANITIZE))
	@$(MAKE) --no-print-directory VARIANT=asan CFLAGS="-O1 -g" check
	@$(MAKE) --no-print-directory all && tests/valgrind.sh build/release

coverage:
	$(call get,$(PACKAGES_BUILD) $(PACKAGES_RUN) $(PACKAGES_TEST) $(PACKAGES_COVERAGE))
	@find build/coverage -name '*.gcda' -delete 2>/dev/null || true # counts of an earlier build
	@$(MAKE) --no-print-directory VARIANT=coverage CFLAGS="-g" check
	gcovr --root . --filter src/ --object-directory build/coverage --txt \
		--html-details build/coverage/index.html | tail -n 40

fuzz:
	$(call get,$(PACKAGES_BUILD) $(PACKAGES_FUZZ))
	@$(MAKE) --no-print-directory build/fuzz/schemas.c build/fuzz/page_files.c VARIANT=fuzz
	@tests/fuzz/run.sh $(SECONDS) $(FUZZERS)

bench:
	$(call get,$(PACKAGES_BUILD) $(PACKAGES_TEST) $(PACKAGES_BENCH))
	@$(MAKE) --no-print-directory all && tests/bench/run.sh $B

DATA = ../shared/data
measure:
	$(call get,$(PACKAGES_BUILD) $(PACKAGES_TEST))
	@$(MAKE) --no-print-directory all
	@python3 tests/measure/discourse.py $B/counterpoint $(DATA)/threads/discourse/urho3d
	@python3 tests/measure/cmv.py $B/counterpoint $(DATA)/cmv-annotated
	@python3 tests/measure/microtexts.py $B/counterpoint $(DATA)/arggraph

# ---- Installing ----

LIBDIR = $(DESTDIR)$(PREFIX)/lib
SHARE = $(DESTDIR)$(PREFIX)/share

install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/include $(LIBDIR)/pkgconfig \
		$(SHARE)/man/man1 $(SHARE)/counterpoint/schemas \
		$(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions
	install -m 755 $B/counterpoint $(DESTDIR)$(PREFIX)/bin
	install -m 644 src/counterpoint.h $(DESTDIR)$(PREFIX)/include
	install -m 644 $B/libcounterpoint.a $(LIBDIR)
	install -m 755 $B/libcounterpoint.so $(LIBDIR)/libcounterpoint.so.$(VERSION)
	ln -sf libcounterpoint.so.$(VERSION) $(LIBDIR)/libcounterpoint.so.0
	ln -sf libcounterpoint.so.0 $(LIBDIR)/libcounterpoint.so
	sed 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' src/counterpoint.pc.in \
		> $(LIBDIR)/pkgconfig/counterpoint.pc
	install -m 644 $B/counterpoint.1 $(SHARE)/man/man1
	install -m 644 schemas/*.json $(SHARE)/counterpoint/schemas
	install -m 644 src/cli/completion.bash $(SHARE)/bash-completion/completions/counterpoint
	install -m 644 src/cli/completion.zsh $(SHARE)/zsh/site-functions/_counterpoint

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/counterpoint $(DESTDIR)$(PREFIX)/include/counterpoint.h \
		$(LIBDIR)/libcounterpoint.* $(LIBDIR)/pkgconfig/counterpoint.pc \
		$(SHARE)/man/man1/counterpoint.1 $(SHARE)/zsh/site-functions/_counterpoint \
		$(SHARE)/bash-completion/completions/counterpoint
	rm -rf $(SHARE)/counterpoint

# ---- House-keeping ----

format:
	@clang-format -i $(filter-out %/diag_codes.h,$(wildcard src/*.[ch] src/*/*.[ch] tests/*.c tests/*/*.[ch]))

stats:
	@tests/stats.sh

clean:
	rm -rf build

.PHONY: all needed docs demo check sanitize coverage fuzz bench measure install uninstall \
	format stats clean
.DELETE_ON_ERROR:
