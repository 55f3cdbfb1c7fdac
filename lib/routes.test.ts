import { describe, expect, it } from 'vitest'
import * as routes from './routes'

describe('addresses', () => {
  it.each([
    [routes.sectionPath('world'), '/world'],
    [routes.sectionPath('world', 'south-asia'), '/world/south-asia'],
    [routes.pagedPath('/world', 1), '/world'],
    [routes.pagedPath('/world', 2), '/world/page/2'],
    [routes.storyPath('/world', 'a-treaty'), '/world/a-treaty'],
    [routes.storyPath('/world', 'a-treaty', '/2019/05/a-treaty'), '/2019/05/a-treaty'],
    [routes.topicPath('solar'), '/topic/solar'],
    [routes.authorPath('amna-rehmat'), '/author/amna-rehmat'],
    [routes.latestPath(), '/latest'],
    [routes.latestPath(3), '/latest/page/3'],
    [routes.correctionsPath(2), '/corrections/page/2'],
    [routes.archivePath(), '/archive'],
    [routes.archivePath(2026, 3), '/archive/2026/03'],
    [routes.archivePath(2026, 11, 5), '/archive/2026/11/05'],
    [routes.feedPathOf('/'), '/feed.xml'],
    [routes.feedPathOf('/world/south-asia'), '/world/south-asia/feed.xml'],
    [routes.feedPathOf('/topic/solar'), '/topic/solar/feed.xml'],
    [routes.staticPagePath('about'), '/about'],
    [routes.staticPagePath('team', '/about/team'), '/about/team'],
    [routes.apiPaths.weather('lahore'), '/api/weather?city=lahore'],
    [routes.apiPaths.suggest('a&b'), '/api/suggest?q=a%26b'],
  ])('%s', (made, expected) => {
    expect(made).toBe(expected)
  })

  it.each([
    [{ text: '' }, '/search'],
    [{ text: 'indus water' }, '/search?q=indus+water'],
    [{ text: 'a', section: 'world', from: '2026-01-01', to: null, page: 1 }, '/search?q=a&section=world&from=2026-01-01'],
    [{ text: 'a', page: 2 }, '/search?q=a&page=2'],
  ])('search %j', (query, expected) => {
    expect(routes.searchResultsPath(query)).toBe(expected)
  })

  it.each([
    ['/', 'https://m.example'],
    ['/world', 'https://m.example/world'],
    ['https://cdn.example/x.jpg', 'https://cdn.example/x.jpg'],
    ['/2019/مقال', 'https://m.example/2019/%D9%85%D9%82%D8%A7%D9%84'],
    ['/api/media/file/a%20b.jpg', 'https://m.example/api/media/file/a%20b.jpg'],
  ])('absolute %s', (path, expected) => {
    expect(routes.absoluteUrl('https://m.example', path)).toBe(expected)
  })
})
