@rem On Windows, what `exec` is to a POSIX shell in the scripts of package.json: there it spares the shell in between, which would swallow npm's signals.
@%*
