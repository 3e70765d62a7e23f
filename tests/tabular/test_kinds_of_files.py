import gzip
import io
import zipfile

import pytest

from proxeny.tabular.kinds_of_files import FileKind, kind_of_file


def empty_archive() -> bytes:
    packed = io.BytesIO()
    zipfile.ZipFile(packed, "w").close()
    return packed.getvalue()


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (empty_archive(), FileKind.ZIP),
        (gzip.compress(b"a", mtime=0), FileKind.GZIP),
        (b"\xef\xbb\xbf\n <TABLE><tr>", FileKind.HTML),
        (b"ORC\n\x0b\x0a\x03\x08\x01\x10\x02\x05\x06\x07", FileKind.ORC),
        ("ORCID,day,amount\n云帆,2026-01-05,1\n".encode(), None),
        (b"a,b\n1,2\n", None),
        (b"", None),
    ],
)
def test_a_file_is_known_by_its_first_bytes(start, kind):
    assert kind_of_file(start) is kind
