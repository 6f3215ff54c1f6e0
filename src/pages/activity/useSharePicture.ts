import { useEffect, useState } from 'react'
import Taro from '@tarojs/taro'
import type { ActivityPage } from '../../domain/activity'
import { seatWords } from '../../text/seats'
import { rangeWords } from '../../text/time'

/** A card's picture is five to four. */
const [width, height] = [750, 600]

/** A picture of the activity for its card: title, time, place and seats. Nothing until it is drawn, or where it cannot be. */
export function useSharePicture(page: ActivityPage | undefined, now: number): string | undefined {
  const [picture, setPicture] = useState<string>()
  // What it shows, as one text: it is drawn anew when that has changed, not each time that the clock goes on.
  const shown =
    page && [page.title, rangeWords(page.startsAt, page.endsAt, now), page.place.name, seatWords(page.seats)].join('\n')
  useEffect(() => {
    if (process.env.TARO_ENV !== 'weapp' || shown === undefined) return
    void draw(shown).then(setPicture, () => setPicture(undefined))
  }, [shown])
  return picture
}

async function draw(shown: string): Promise<string> {
  const [title = '', time = '', place = '', seats = ''] = shown.split('\n')
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height }) as unknown as HTMLCanvasElement
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const write = (text: string, y: number, size: number, colour: string) => {
    pen.font = `600 ${size}px sans-serif`
    pen.fillStyle = colour
    pen.fillText(text, 48, y, width - 96)
  }
  pen.fillStyle = '#fbf7ef'
  pen.fillRect(0, 0, width, height)
  pen.fillStyle = '#b23a26'
  pen.fillRect(0, 0, width, 20)
  const letters = [...title]
  write(letters.slice(0, 11).join(''), 150, 60, '#2a2520')
  write(letters.slice(11, 22).join(''), 230, 60, '#2a2520')
  write(time, 350, 40, '#6b6156')
  write(place, 410, 40, '#6b6156')
  write(seats, 530, 52, '#1f6b5e')
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas })
  return tempFilePath
}
