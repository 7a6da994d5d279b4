// What stands on the stage before the engine has come; in the page itself, right behind the stage.
