# "make" lists what there is to make. Go is all that must be installed first;
# "make tools" says or fetches the rest.

SHELL  := /bin/sh
GO     ?= go
PORT   ?= 8080
BUILD  := .build

# Newer than the lock file when what it lists is installed.
INSTALLED := internal/browser/node_modules/.installed
ORACLES   := internal/oracle/node_modules/.installed
PEERS     := internal/browser/bench/node_modules/.installed
WORKER    := examples/worker/node_modules/.installed

# What may hold Go files; not all of it need be there.
SOURCES := $(wildcard sdk wasm examples internal)

# The parts of "make test", in order. One that fails can be made alone. Those
# that need Go and make only come first, so that they run wherever those are.
PARTS := gofmt vet staticcheck generated unit cross $(if $(wildcard examples/*),examples demoend) \
	tools race wasm $(if $(wildcard examples/worker),edge) browsers oracle $(if $(wildcard examples/*),html naughty)

# Every check of staticcheck, also those on comments and names.
CHECKS := all

# What "make demo" runs. It takes the place of its shell, so that it gets the
# signal that ends the demo.
DEMO = lagrum serve --demo $(BUILD)/demo.db --addr 127.0.0.1:$(PORT) examples/*/policy.yaml

# How often a benchmark runs; benchstat wants six or more for a verdict.
COUNT ?= 6
BENCH ?= .

# How often a soak test kills a process that writes to a database.
KILLS ?= 200

# How many requests a soak test generates for the WebAssembly modules.
REQUESTS ?= 100000

# How long each fuzz test runs.
FUZZTIME ?= 60s

export GO MAKE

.DEFAULT_GOAL := help

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo "Parts of test, each a target of its own: $(PARTS)"

.PHONY: demo
demo: ## show the example policies in a browser, on port $PORT; what is sent is kept in .build/demo.db
	@$(GO) build -o $(BUILD)/lagrum ./sdk/cmd/lagrum
	@echo '$(BUILD)/$(DEMO)'; exec $(BUILD)/$(DEMO)

.PHONY: test
test: ## run every part and tell how long each took
	@$(GO) run ./internal/check/part $(PARTS)

.PHONY: soak
soak: ## run the tests that need long: $(KILLS) kills a database, and more
	LAGRUM_SOAK=$(KILLS) $(GO) test -count=1 -timeout 2h -v -run 'Killed|Processes' ./sdk/ledger/sqlite ./sdk/ledger/postgres
	LAGRUM_SOAK=1 $(GO) test -count=1 -timeout 2h -v -run SameAsRules ./internal/purge
	LAGRUM_REQUESTS=$(REQUESTS) $(GO) test -count=1 -v -run Generated ./wasm

.PHONY: generate
generate: ## write every generated file anew
	@set -e; programs=$$($(GO) run ./internal/check/packages generators); \
	for program in $$programs; do \
		echo "$(GO) run $$program"; $(GO) run "$$program"; \
	done
	$(GO) generate ./...

.PHONY: toolchain
toolchain: ## get what builds wasm/dist: TinyGo and its kin, in the versions of internal/toolchain/lock
	@$(GO) run ./internal/toolchain/get

.PHONY: dist
dist: toolchain ## build the modules, scripts and stylesheets of the widgets anew, into wasm/dist
	@$(GO) run ./internal/toolchain/dist

.PHONY: elements
elements: ## build the scripts and stylesheets only, which needs nothing but Go
	@$(GO) run ./internal/toolchain/dist -elements

.PHONY: fuzz
fuzz: ## run every fuzz test for $FUZZTIME each
	@$(GO) run ./internal/check/fuzz -time $(FUZZTIME)

.PHONY: bench
bench: ## measure, and keep the result in docs/benchmarks
	@set -e; dirs=$$($(GO) run ./internal/check/packages benchmarks); \
	if [ -z "$$dirs" ]; then echo "no package has benchmarks"; exit 0; fi; \
	mkdir -p docs/benchmarks; file=docs/benchmarks/$$($(GO) env GOOS)-$$($(GO) env GOARCH).txt; \
	$(GO) test -run '^$$' -bench '$(BENCH)' -benchmem -count $(COUNT) $$dirs >"$$file.new" || { cat "$$file.new"; rm "$$file.new"; exit 1; }; \
	mv "$$file.new" "$$file"; cat "$$file"; echo "kept in $$file"

# RUNS says how often each page is opened.
.PHONY: bench-widgets
bench-widgets: tools $(INSTALLED) $(PEERS) ## measure the widgets in Chromium, beside those of others
	$(GO) build -o $(BUILD)/lagrum ./sdk/cmd/lagrum
	@node internal/browser/bench/widgets.mjs

.PHONY: cover
cover: ## measure how much of sdk the tests reach
	@mkdir -p $(BUILD)
	$(GO) test -coverpkg=./sdk/... -coverprofile=$(BUILD)/cover.out ./...
	$(GO) tool cover -html=$(BUILD)/cover.out -o $(BUILD)/cover.html
	@$(GO) tool cover -func=$(BUILD)/cover.out | tail -n 1
	@echo "line by line: $(BUILD)/cover.html"

.PHONY: clean
clean: ## remove what builds and installs left behind
	rm -rf $(BUILD) internal/browser/node_modules internal/browser/bench/node_modules internal/oracle/node_modules examples/worker/node_modules

# ---- the parts of test ----

.PHONY: tools
tools: ## install what the tests need beside Go, or say what is missing
	@internal/check/tools.sh

# In real browsers. BROWSERS names some, TESTS a file.
.PHONY: browsers
browsers: tools $(INSTALLED) ## test the widgets and the demo in Chromium and Firefox, the essentials in WebKit
	$(GO) build -o $(BUILD)/lagrum ./sdk/cmd/lagrum
	LAGRUM_REQUESTS_IN=$(CURDIR)/$(BUILD)/requests $(GO) test -tags hosts -count=1 -run Node ./wasm
	cd internal/browser && REQUESTS=$(CURDIR)/$(BUILD)/requests node --test --test-concurrency=2 $(or $(TESTS),test/*.test.mjs)

# Other implementations, at their word: of the identity numbers, ORACLE_COUNT
# candidates of each kind, 2000 unless told; of the JSON Schemas of forms, with
# SUBMISSION_COUNT submissions of each form, 1000 unless told; of the signatures of
# receipts, with JOSE_COUNT receipts, 200 unless told.
.PHONY: oracle
oracle: tools $(ORACLES) $(INSTALLED)
	@$(GO) run ./internal/check/oracle
	@$(GO) run ./internal/check/submission
	@$(GO) run ./internal/check/jose

$(INSTALLED) $(ORACLES) $(PEERS) $(WORKER): %/node_modules/.installed: %/package.json %/package-lock.json %/.npmrc
	cd $* && npm ci
	@touch $@

# gofmt stands beside the go command, which need not be on the path.
.PHONY: gofmt
gofmt:
	@list=$$(find $(SOURCES) \( -name node_modules -o -name testdata \) -prune -o -name '*.go' \
		-exec "$$($(GO) env GOROOT)/bin/gofmt" -l {} + ) || exit 1; \
	if [ -n "$$list" ]; then echo "not as gofmt writes it:"; echo "$$list"; exit 1; fi

.PHONY: vet
vet:
	$(GO) vet ./...

.PHONY: staticcheck
staticcheck:
	$(GO) tool staticcheck -checks $(CHECKS) ./...

.PHONY: generated
generated:
	@$(GO) run ./internal/check/fresh $(MAKE) --no-print-directory generate

.PHONY: unit
unit:
	$(GO) test ./...

.PHONY: race
race:
	@set -e; dirs=$$($(GO) run ./internal/check/packages concurrent); \
	if [ -z "$$dirs" ]; then echo "nothing is concurrent"; exit 0; fi; \
	echo $(GO) test -race $$dirs; CGO_ENABLED=1 $(GO) test -race $$dirs

# The core must build wherever it is to run: in the browser, on Workers, and
# under a plain WebAssembly runtime. What Workers need beside it, for them only.
.PHONY: cross
cross:
	@set -e; core=$$($(GO) run ./internal/check/packages core); worker=$$($(GO) run ./internal/check/packages worker); \
	set -x; GOOS=js GOARCH=wasm $(GO) build $$core $$worker; GOOS=wasip1 GOARCH=wasm $(GO) build $$core

# What the core says in the browser is what it says on a server: the same answers
# and the same HTML, to the byte. Node runs it.
.PHONY: wasm
wasm: tools
	GOOS=js GOARCH=wasm $(GO) test -exec="$$($(GO) env GOROOT)/lib/wasm/go_js_wasm_exec" -run 'Golden|Check|Part' ./sdk/form
	@mkdir -p $(BUILD)
	@$(GO) run ./internal/check/wasm $(BUILD)/again.wasm
	GOOS=js GOARCH=wasm $(GO) test -exec="$$($(GO) env GOROOT)/lib/wasm/go_js_wasm_exec" ./wasm/core
	GOOS=js GOARCH=wasm $(GO) build -o $(BUILD)/door.wasm ./wasm/signup
	$(GO) test -tags hosts -count=1 -v -run 'Node|Stock|Built' ./wasm ./internal/toolchain

# The same in workerd, the runtime of Cloudflare Workers, with a database of D1 that
# is gone afterwards. Nothing is sent anywhere.
.PHONY: edge
edge: tools $(WORKER) ## test the Worker of the examples, and the ledger on D1, in workerd
	GOOS=js GOARCH=wasm $(GO) vet ./sdk/edge ./internal/workerd/probe
	LAGRUM_REQUESTS_IN=$(CURDIR)/$(BUILD)/requests $(GO) test -tags hosts -count=1 -run Node ./wasm
	LAGRUM_REQUESTS_IN=$(CURDIR)/$(BUILD)/requests $(GO) test -tags workerd -count=1 -timeout 20m ./internal/workerd

# Every notice of every example, in each language, layer and scope, every form, and
# the pages of examples/static. HTML names more folders with pages to check, if there are any.
.PHONY: html
html: $(INSTALLED) ## check all notices and forms of the examples with the Nu HTML Checker
	@rm -rf $(BUILD)/html
	@$(GO) run ./internal/check/notices $(BUILD)/html
	@$(GO) run ./internal/check/html $(BUILD)/html examples/static $(HTML)

# Strings that have broken other programs, in every field of every form.
.PHONY: naughty
naughty: $(INSTALLED)
	@$(GO) run ./internal/check/naughty

.PHONY: examples
examples:
	$(GO) test ./examples/...

.PHONY: demoend
demoend:
	@$(GO) run ./internal/check/demoend $(MAKE) --no-print-directory demo PORT=0
