import '#kernel/text.ts'

export const messages = {
  'services.fault.no_reason': 'Dịch vụ một phần phải nêu lý do',
  'services.fault.no_reason_citation': 'Lý do cung cấp một phần phải có căn cứ',
  'services.fault.reason_without_end': 'Lý do kỹ thuật phải có ngày kết thúc chưa qua',
  'services.fault.no_citation': 'Chưa ghi căn cứ',
  'services.fault.no_english': 'Chưa có tên tiếng Anh',
  'services.fault.twice': 'Mã “{code}” dùng hai lần',
  'services.fault.no_case': 'Chưa có trường hợp nào',
  'services.fault.no_result': 'Chưa ghi kết quả',
  'services.fault.unknown_paper': 'Nhắc tới giấy tờ “{code}” không có trong danh sách',
  'services.fault.unknown_section': 'Nhắc tới phần “{code}” không có trong tờ khai',
  'services.fault.unknown_case': 'Nhắc tới trường hợp “{code}” không có',
  'services.fault.unknown_fee': 'Nhắc tới khoản thu “{code}” không có',
  'services.fault.no_papers': 'Chưa có giấy tờ nào và cũng chưa ghi là không cần giấy tờ',
  'services.fault.no_sections': 'Không có phần nào của tờ khai được hỏi',
  'services.fault.no_limit':
    'Chưa có thời hạn khi nộp {channel, select, online {trực tuyến} direct {trực tiếp} other {qua bưu chính}}',
  'services.fault.limit_not_in_force':
    'Thời hạn khi nộp {channel, select, online {trực tuyến} direct {trực tiếp} other {qua bưu chính}} không có hiệu lực hôm nay',
  'services.fault.too_slow':
    'Các bước cần {needed} giờ làm việc, thời hạn khi nộp {channel, select, online {trực tuyến} direct {trực tiếp} other {qua bưu chính}} chỉ cho {given} giờ',
  'services.fault.no_fee':
    'Chưa có khoản thu (hoặc dòng “miễn phí”) khi nộp {channel, select, online {trực tuyến} direct {trực tiếp} other {qua bưu chính}}',
  'services.fault.unused_paper': 'Giấy tờ này không thuộc trường hợp nào',
  'services.fault.reserved_name': 'Tên “{code}” dành riêng cho phần giấy tờ',
  'services.fault.one_of_one': 'Nhóm “một trong các giấy tờ” chỉ có một giấy tờ',
  'services.fault.unknown_fact': 'Hệ thống không biết dữ kiện “{key}”',
  'services.fault.asks_for_result':
    'Đây là kết quả của thủ tục trước: phải ghi rõ dữ kiện thay thế để không hỏi lại người dân',
  'services.fault.asks_for_held': 'Câu hỏi này hỏi điều hệ thống đã biết ({key}): hãy lấy từ đó',
  'services.fault.relief_over': 'Khoản miễn, giảm đã hết hiệu lực',
  'services.fault.unused_section': 'Không trường hợp nào hỏi phần này',
  'services.fault.expression.unexpected': 'Điều kiện “{text}” không đọc được ở “{found}”',
  'services.fault.expression.ends_early': 'Điều kiện “{text}” còn dở dang',
  'services.fault.expression.too_long': 'Điều kiện quá dài',
  'services.fault.expression.unknown_name': 'Điều kiện “{text}” nhắc tới câu hỏi “{found}” không có',
  'services.fault.expression.wrong_type': 'Điều kiện “{text}” dùng “{found}” không đúng loại',
  'services.fault.step.none': 'Chưa có bước nào',
  'services.fault.step.no_start': 'Chưa có bước tiếp nhận để bắt đầu',
  'services.fault.step.no_end': 'Không có đường nào tới bước trả kết quả',
  'services.fault.step.unknown_step': 'Đứng sau một bước không có',
  'services.fault.step.circle': 'Các bước chờ nhau theo vòng tròn',
  'services.fault.step.dead_end': 'Hồ sơ tới bước này thì không đi tiếp được',
  'services.fault.step.unreachable': 'Không hồ sơ nào tới được bước này',
  'services.fault.step.not_after_end': 'Đứng sau bước trả kết quả',
  'services.fault.step.no_owner': 'Chưa có ai phụ trách',
  'services.fault.step.no_agency': 'Chưa ghi tên cơ quan phối hợp',
  'services.fault.step.no_time': 'Chưa có thời gian',
  'services.fault.step.no_refusal': 'Chưa có đường đi khi từ chối',
  'services.fault.step.refusal_leads_nowhere': 'Khi từ chối phải tới bước trả kết quả hoặc quay lại bước trước',
  'services.fault.step.no_supplement': 'Chưa có đường đi khi cần bổ sung',
  'services.fault.step.supplement_leads_on': 'Khi bổ sung phải quay lại bước này hoặc bước trước',
} as const

declare module '#kernel/text.ts' {
  interface Known extends Record<keyof typeof messages, true> {}
}
