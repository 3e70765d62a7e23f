"""What sales heard from customers and passes on to who speaks for them."""
