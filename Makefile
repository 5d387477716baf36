# 城窗: everything that editors, developers and CI run. `make help` lists it.
.DEFAULT_GOAL := help
.PHONY: help site serve new check inspect mend redirects hooks import-statutes bench looks publish verify test nightly mutation lint format docs lock clean

CONTENT ?= content
OUTPUT ?= output
PORT ?= 8000
FORMAT ?= text
JOBS ?= auto
PART ?= site
RUNS ?= 5
STEPS ?= 200
KILLS ?= 50
EXAMPLES ?= 10000
INTO ?= output-looks

# `-m` instead of the scripts in .venv/bin: those name their folder and break when it is moved.
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes

help: ## 列出全部命令 list the targets
	@sh scripts/help.sh Makefile

site: .venv/.site ## 生成网站到 output/（FRESH=1 全部重做，WHY=页面） build the site
	@$(PY) -m plugins.commands.site "$(CONTENT)" -o "$(OUTPUT)" $(if $(FRESH),--fresh) $(if $(WHY),--why "$(WHY)")
	@echo "网站已生成：$$(cd "$(OUTPUT)" && pwd)/index.html"
	@echo "在浏览器里看：make serve"

serve: .venv/.site ## 本机预览，改动后自动刷新（PORT=8000） preview with live reload
	@$(PY) -m plugins.commands.serve "$(CONTENT)" -o "$(OUTPUT)" -p "$(PORT)"

new: .venv/.site ## 新建稿件：make new COLUMN=news TITLE=标题 scaffold a record
	@$(PY) -m plugins.commands.new "$$COLUMN" "$$TITLE" --content "$(CONTENT)" --slug "$$SLUG"

check: .venv/.site ## 检查内容（FILE="一篇或几篇" ONLY=规则名,规则名 DAY=某一天 ALL=1 FORMAT=html|json|github|sarif|junit；PAGES=1 检查生成的网页，EXTERNAL=1 连外部链接；RULE=规则名 说明一条规则） check the content
	@$(if $(or $(PAGES),$(EXTERNAL)),$(PY) -m plugins.commands.pages "$(CONTENT)" -o "$(OUTPUT)" --format "$(FORMAT)" \
		$(if $(ALL),--all) $(if $(EXTERNAL),--external) $(if $(ONLY),--only "$$ONLY"),$(PY) -m plugins.commands.check "$(CONTENT)" -o "$(OUTPUT)" --format "$(FORMAT)" \
		$(if $(ALL),--all) $(if $(FILE),--file "$$FILE") \
		$(if $(ONLY),--only "$$ONLY") $(if $(DAY),--day "$$DAY") $(if $(RULE),--rule "$$RULE"))

inspect: .venv/.site ## 每日检查：逾期的、快到期的、离否决多远（DAY=某一天 FORMAT=markdown|html REPORT=文件） what falls due, and whose it is
	@$(PY) -m plugins.commands.inspect "$(CONTENT)" --format "$(FORMAT)" $(if $(DAY),--day "$$DAY") $(if $(REPORT),--into "$$REPORT")

mend: .venv/.site ## 改好能放心改的写法，先列出再问（FILE=一篇 YES=1） repair what is safe in sources
	@$(PY) -m plugins.commands.mend "$(CONTENT)" $(if $(FILE),--file "$$FILE") $(if $(YES),--yes)

redirects: .venv/.site ## 列出旧网址的服务器规则（FOR=nginx|caddy） rules of a web server for old addresses
	@$(PY) -m plugins.commands.redirects "$(CONTENT)" --server "$(or $(FOR),nginx)" --address "$$SITEURL"

hooks: .venv/.site ## 每次提交前检查要提交的稿件 check staged records before each commit
	@$(PY) -m plugins.commands.hooks --content "$(CONTENT)"

import-statutes: .venv/.site ## 导入法规：make import-statutes FROM=文件夹（SOURCE=来源 ALL=1） import statutes
	@$(PY) -m plugins.commands.import_statutes "$$FROM" --content "$(CONTENT)" --source "$$SOURCE" $(if $(ALL),--all)

publish: .venv/.site ## 检查并发布（REMOTE=origin BRANCH=gh-pages） check and deploy
	@$(PY) -m plugins.commands.publish "$(CONTENT)" --remote "$$REMOTE" --branch "$$BRANCH" --force "$$FORCE"

verify: .venv/.site ## 核对网站有没有被改动：make verify URL=https://…（或 DIR=文件夹；FROM=清单文件） compare with what was published
	@$(PY) -m plugins.commands.verify --url "$$URL" --dir "$$DIR" --from "$(or $(FROM),branch)" \
		--remote "$$REMOTE" --branch "$$BRANCH"

test: lint ## 运行全部测试（ARGS="-k 词"，ARGS=--cov 量覆盖率，JOBS=0 逐个运行） run every test
	@CHROMIUM=$$(sh scripts/chromium.sh) && export CHROMIUM && \
		$(PY) -m pytest --numprocesses $(JOBS) --dist loadgroup $(ARGS)

nightly: .venv/.test ## 长时间核对增量生成和任意正文（STEPS=200 KILLS=50 EXAMPLES=10000 SEED=日期） test at length
	@export REBUILD_WHOLE=1 REBUILD_STEPS=$(STEPS) REBUILD_KILLS=$(KILLS) REBUILD_SEED=$(or $(SEED),$$(date +%Y%m%d)) && \
		echo "重现这一次：make nightly STEPS=$$REBUILD_STEPS KILLS=$$REBUILD_KILLS SEED=$$REBUILD_SEED" && \
		$(PY) -m pytest tests/rebuild --numprocesses $(JOBS) --dist loadgroup $(ARGS) && \
		EXAMPLES=$(EXAMPLES) $(PY) -m pytest tests/records/test_any_bytes.py $(ARGS)

mutation: .venv/.test ## 找出测试发现不了的改动（MODULES="site views" SAMPLE=100） mutation testing
	@$(PY) -m mutation $(if $(MODULES),--modules $(MODULES)) $(if $(SAMPLE),--sample $(SAMPLE)) \
		$(if $(SEED),--seed $(SEED)) $(ARGS)

bench: .venv/.bench ## 量生成用时（SIZES=1000 RUNS=3 AGAINST=旧版文件夹；PART=text 量各步，PART=shapes 量怪稿，PART=citations 量引用，PART=pages 量网页，PART=gate 埋一千处错看查出多少，SEED=数字 换一批） measure builds
	@$(if $(filter pages,$(PART)),CHROMIUM=$$(sh scripts/chromium.sh) && export CHROMIUM && ) \
		$(PY) -m bench --part "$(PART)" $(if $(SIZES),--sizes "$(SIZES)") --runs "$(RUNS)" \
		$(if $(WORK),--work "$(WORK)") $(if $(CORPUS),--corpus "$(CORPUS)") \
		$(if $(AGAINST),--against "$(AGAINST)") $(if $(ONLY),--only "$(ONLY)") $(if $(SEED),--seed "$(SEED)") $(ARGS)

looks: .venv/.test ## 拍下每种页面在各种宽度和模式下的样子（INTO=文件夹 ONLY="home, record of task"） a contact sheet
	@CHROMIUM=$$(sh scripts/chromium.sh) && export CHROMIUM && \
		$(PY) -m plugins.commands.site "$(CONTENT)" -o "$(INTO)/site" --cache "$(INTO)/.cache" \
			-e PUBLISHING=true && \
		$(PY) -m looks "$(INTO)/site" --into "$(INTO)" $(if $(ONLY),--only "$(ONLY)")

lint: .venv/.test ## 检查代码的格式和类型 check the style, the format and the types of the code
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy plugins

format: .venv/.test ## 整理代码格式 format the code
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

docs: .venv/.site ## 生成字段手册、规则和编辑器用的格式定义 write the manuals and schemas
	@$(PY) -m plugins.commands.manual

lock: .venv/bin/python ## 更新依赖锁定文件（UPGRADE=--upgrade） resolve the lock files
	@UPGRADE="$(UPGRADE)" sh scripts/lock.sh

clean: ## 删除生成的网站和缓存 remove what was built
	rm -rf output .cache .coverage .mypy_cache .pytest_cache .ruff_cache
	find . -path ./.venv -prune -o -name __pycache__ -prune -exec rm -rf {} +

.venv/bin/python:
	@PYTHON="$(PYTHON)" sh scripts/venv.sh

# The stamps are older than their lock only when the lock changed, so nothing is installed twice.
.venv/.site: requirements/site.txt | .venv/bin/python
	@echo "安装依赖 $<"
	@$(PIP) -r $<
	@touch $@

.venv/.test: requirements/test.txt .venv/.site
	@echo "安装测试依赖 $<"
	@$(PIP) -r $<
	@touch $@

.venv/.bench: requirements/bench.txt .venv/.site
	@echo "安装对比用的依赖 $<"
	@$(PIP) -r $<
	@touch $@
