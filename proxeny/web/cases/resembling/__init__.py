"""What a case, or the words of one that is only being written, resembles: cases, articles, defects, requests, promises."""
