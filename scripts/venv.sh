#!/bin/sh
# Create .venv with the first Python on this machine that is new enough (PYTHON=… chooses another).
# What can't be done here is said in words, with the command that helps.
set -eu
cd "$(dirname "$0")/.."

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

python=
for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    if new_enough "$candidate"; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    found=$("${PYTHON:-python3}" --version 2>&1) || found="没有找到 ${PYTHON:-python3}"
    {
        echo "需要 Python 3.11 或更新的版本（现有：$found）。"
        echo "Python 3.11 or later is needed."
        echo "  Debian / Ubuntu:  sudo apt-get install -y python3 python3-venv"
        echo "  macOS:            brew install python"
        echo "  另有一个 Python 时 / another Python:  make site PYTHON=/path/to/python3"
    } >&2
    exit 1
fi

# Debian ships Python without ensurepip; a venv made without it would have no pip.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "安装 $package …"
        apt-get update -qq
        apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    else
        {
            echo "这个 Python 不能创建虚拟环境（缺少 ensurepip），请先运行："
            echo "This Python cannot create a virtual environment; first run:"
            echo "  sudo apt-get update && sudo apt-get install -y $package"
        } >&2
        exit 1
    fi
fi

echo "创建 .venv（$("$python" --version)）"
"$python" -m venv --clear .venv
