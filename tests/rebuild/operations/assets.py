"""The files beside the records: pictures and attachments, whose sizes stand on pages."""

from __future__ import annotations

import re
from random import Random

from tests.attachments.samples import exif, picture
from tests.rebuild.front_matter import with_value
from tests.rebuild.operations.records import record
from tests.rebuild.project import Project

PICTURE = (
    """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {1}"><title>图</title></svg>\n"""
)


def resize_a_picture(project: Project, random: Random) -> str:
    """Another viewBox: width and height on every page that shows it."""
    path = project.any_of("content/images/*.svg", random)
    box = f'viewBox="0 0 {100 + project.number()} {200 + project.number()}"'
    project.change(path, lambda text: re.sub(r'viewBox="[^"]*"', box, text, count=1))
    return f"{path}: {box}"


def edit_a_picture(project: Project, random: Random) -> str:
    """What is written beside it stays the same; the file is another."""
    path = project.any_of("content/images/*.svg", random)
    project.change(path, lambda text: f"{text}<!-- {project.number()} -->\n")
    return path


def new_picture_in_a_record(project: Project, random: Random) -> str:
    number = project.number()
    picture = f"images/xintu-{number}.svg"
    project.write(f"content/{picture}", PICTURE.format(300 + number, 200))
    path = record(project, random)
    new = f"\n  文件: {picture}\n  说明: 第{number}张图"
    project.change(path, lambda text: with_value(text, "图片", new))
    return f"{picture} in {path}"


def new_photo_in_a_record(project: Project, random: Random) -> str:
    """One that tells where it was taken, or not: it is published without that."""
    number = project.number()
    photo = f"images/xinzhao-{number}.jpg"
    tells = random.random() < 0.5
    data = picture(quality=50 + number % 40, exif=exif(location=tells, personal=tells))
    project.write(f"content/{photo}", data)
    path = record(project, random)
    new = f"\n  文件: {photo}\n  说明: 第{number}张照片"
    project.change(path, lambda text: with_value(text, "图片", new))
    return f"{photo} in {path}"


def new_attachment_in_a_record(project: Project, random: Random) -> str:
    number = project.number()
    attachment = f"files/xinbiao-{number}.csv"
    project.write(f"content/{attachment}", "编号,名称\n" * number)
    path = record(project, random)
    new = f"\n  - 文件: {attachment}\n    名称: 第{number}张表"
    project.change(path, lambda text: with_value(text, "附件", new))
    return f"{attachment} in {path}"


def grow_an_attachment(project: Project, random: Random) -> str:
    path = project.any_of("content/files/*", random)
    project.write(path, project.read(path) + b"\n" * random.choice((1, 2000)))
    return path


def replace_an_attachment(project: Project, random: Random) -> str:
    """By another one of the same type: also a PDF with another number of pages."""
    path = project.any_of("content/files/*", random)
    other = project.any_of(f"content/files/*.{path.rpartition('.')[2]}", random)
    project.write(path, project.read(other) + b"\n")
    return f"{path} by {other}"


def spoil_an_attachment(project: Project, random: Random) -> str:
    """A page under its name: it leaves the site, and whoever names it is told."""
    path = project.any_of("content/files/*", random)
    project.write(path, f"<!DOCTYPE html><p>{project.number()}</p>\n")
    return path


def remove_an_asset(project: Project, random: Random) -> str:
    path = project.any_of(random.choice(("content/images/*", "content/files/*")), random)
    project.delete(path)
    return path


def rename_an_asset(project: Project, random: Random) -> str:
    path = project.any_of(random.choice(("content/images/*", "content/files/*")), random)
    folder, _, name = path.rpartition("/")
    other = f"{folder}/gai{project.number()}-{name}"
    project.rename(path, other)
    return f"{path} to {other}"


OPERATIONS = (
    resize_a_picture,
    edit_a_picture,
    new_picture_in_a_record,
    new_photo_in_a_record,
    new_attachment_in_a_record,
    grow_an_attachment,
    replace_an_attachment,
    spoil_an_attachment,
    remove_an_asset,
    rename_an_asset,
)
