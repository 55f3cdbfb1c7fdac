# The Dateline processes, those of every machine. One block and one line in vcl_init for each.

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
  .host = "127.0.0.1";
  .port = "3001";
  .probe = alive;
  .connect_timeout = 1s;
  .first_byte_timeout = 30s;
  .between_bytes_timeout = 10s;
}

backend dateline2 {
  .host = "127.0.0.1";
  .port = "3002";
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
