"""What a citizen's phone must load: every page under 60 KB compressed, with its styles and scripts;
the words and marks of a record alone under 60 KB before they are compressed.
"""

import gzip
import posixpath

KB = 1024
MOST = 60 * KB


def compressed(file):
    return len(gzip.compress(file.read_bytes(), 6))


def weight(path, page, site):
    """The page with its styles and scripts, and the images of the frame; not its own pictures."""
    total = compressed(site / path)
    for tag in [*page.find_all("link", rel="stylesheet"), *page.find_all("script", src=True)]:
        link = tag.get("href") or tag["src"]
        total += compressed(
            site / posixpath.normpath(posixpath.join(posixpath.dirname(path), link))
        )
    return total


def test_the_home_page(pages, sample_site):
    page = pages["index.html"]
    total = weight("index.html", page, sample_site)
    for image in page.find_all("img"):
        total += compressed(sample_site / image["src"])
    print(f"home page: {total / KB:.1f} KB compressed, images included")
    assert total < MOST


def test_every_other_page(pages, sample_site):
    weights = {path: weight(path, page, sample_site) for path, page in pages.items()}
    heaviest = max(weights, key=weights.get)
    print(f"heaviest page: {heaviest}, {weights[heaviest] / KB:.1f} KB compressed")
    assert weights[heaviest] < MOST


def test_every_record(kinds, sample_site):
    sizes = {path: (sample_site / path).stat().st_size for path in kinds if kinds[path] == "record"}
    largest = max(sizes, key=sizes.get)
    print(f"largest record: {largest}, {sizes[largest] / KB:.1f} KB not compressed")
    assert sizes[largest] < MOST
