"""What stands beside messages: their files, and the remarks that were passed over."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proxeny.cases.models import Attachment, Message, PassedOver
from proxeny.core.phrased import Phrased

AT_ONCE = 32
NOBODY = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """Files and remarks passed over, each by the number of the message."""

    files: Mapping[int | None, Sequence[Attachment]]
    remarks: Mapping[int | None, Sequence[PassedOver]]


_FILES = Phrased(lambda *messages: Attachment.objects.filter(message__in=messages))
_REMARKS = Phrased(
    lambda *messages: PassedOver.objects.select_related("by").filter(message__in=messages).order_by("pk")
)


def beside_of(messages: Sequence[Message]) -> Beside:
    """Return what stands beside the messages, in two queries for each thirty-two."""
    files: defaultdict[int | None, list[Attachment]] = defaultdict(list)
    remarks: defaultdict[int | None, list[PassedOver]] = defaultdict(list)
    numbers = [one.pk for one in messages]
    for start in range(0, len(numbers), AT_ONCE):
        some = numbers[start : start + AT_ONCE]
        some += [NOBODY] * (AT_ONCE - len(some))  # the question is phrased for so many
        for file in _FILES(*some):
            files[file.message_id].append(file)
        for remark in _REMARKS(*some):
            remarks[remark.message_id].append(remark)
    return Beside(files, remarks)
