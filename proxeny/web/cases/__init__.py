"""Cases in the browser: the queue, the page of one case, and what is done there."""
