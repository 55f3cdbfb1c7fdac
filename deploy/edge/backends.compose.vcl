# The processes of deploy/compose.yaml, at the addresses that it gives them: a name would be looked up only once, and a process
# that is made anew could have another address by then.

# Whether a process answers at all. Not /api/health: while the database is gone, processes still give what they have.
probe alive {
  .url = "/icon.svg";
  .interval = 1s;
  .timeout = 3s;
  .window = 4;
  .threshold = 2;
  .initial = 2;
}

backend dateline1 {
  .host = "10.213.77.11";
  .port = "3000";
  .probe = alive;
  .connect_timeout = 1s;
  .first_byte_timeout = 30s;
  .between_bytes_timeout = 10s;
}

backend dateline2 {
  .host = "10.213.77.12";
  .port = "3000";
  .probe = alive;
  .connect_timeout = 1s;
  .first_byte_timeout = 30s;
  .between_bytes_timeout = 10s;
}

sub vcl_init {
  new dateline = directors.round_robin();
  dateline.add_backend(dateline1);
  dateline.add_backend(dateline2);
}
