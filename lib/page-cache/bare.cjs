const MARK = /^(?:<!DOCTYPE html>)?<html[^>]* data-edition="lite"/i
const SCRIPT = /<script[^>]*>[\s\S]*?<\/script>/g
const FETCHED = /<link rel="(?:preload|modulepreload|stylesheet|preconnect|dns-prefetch)"[^>]*>/g
/** What only the framework's scripts would look for. */
const MARKS = /<!--\/?(?:\$[!?~]?|&)?-->/g
const EMPTY = /<div hidden=""><\/div>|<template[^>]*><\/template>/g

/** Whether a page belongs to the lite edition. */
const isLite = (html) => MARK.test(html)

/** A page of the lite edition with nothing in it that a browser would run or fetch by itself. */
function bare(html) {
  return html.replace(SCRIPT, '').replace(FETCHED, '').replace(MARKS, '').replace(EMPTY, '')
}

module.exports = { bare, isLite }
