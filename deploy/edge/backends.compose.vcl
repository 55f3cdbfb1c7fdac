# The processes of deploy/compose.yaml.

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
  .host = "dateline1";
  .port = "3000";
  .probe = alive;
  .connect_timeout = 1s;
  .first_byte_timeout = 30s;
  .between_bytes_timeout = 10s;
}

backend dateline2 {
  .host = "dateline2";
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
