"""What only a running preview needs: reloading, problems on the page, printing while it goes on. Builds nothing."""
